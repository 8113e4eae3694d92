/** Around every page of somebody who is signed in: its keys, the palette, the help sheet, the keys to choose. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { GoingHint } from './going-hint.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Palette } from './palette.tsx';
import type { Sheet, Shell } from './pages.ts';
import { Screen, ScreenContext } from './screen.ts';
import { useShortcuts } from './use-shortcuts.ts';

const ofDocument = /^\/d\/([^/]+)/;

export function Actions({ children }: { children: ReactNode }) {
  const [screen] = useState(() => new Screen());
  const [sheet, show] = useState<Sheet | null>(null);
  const [path] = useLocation();
  const document = ofDocument.exec(path)?.[1] ?? null;
  const shell = useMemo<Shell>(
    () => ({ document, show, navigate: (address) => navigate(address) }),
    [document],
  );
  const context = useMemo(() => ({ screen, shell }), [screen, shell]);
  useEffect(() => screen.put('any', shell), [screen, shell]);
  const isGoing = useShortcuts(screen);
  const close = (): void => show(null);
  return (
    <ScreenContext value={context}>
      {children}
      {isGoing && <GoingHint />}
      {sheet === 'palette' && <Palette onClose={close} />}
      {sheet === 'help' && <HelpSheet onClose={close} onKeys={() => show('keys')} />}
      {sheet === 'keys' && <KeysDialog onClose={close} />}
    </ScreenContext>
  );
}
