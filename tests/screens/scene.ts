/** A page in one state: its address, what the API answers, and what is done before one looks. */
import type { Page } from '@playwright/test';

export interface Answer {
  status?: number;
  json?: unknown;
  /** `hang` never answers, `lost` is a broken connection. */
  fate?: 'hang' | 'lost';
}

/** By method and path below `/api`, query included: `GET /documents?state=active`. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Scene {
  name: string;
  path: string;
  answers: Answers;
  /** Something that only the finished page shows. */
  ready: string;
  act?(page: Page): Promise<void>;
}

export function ok(json: unknown): Answer {
  return { json };
}

export function refused(status: number, code: string, detail: string): Answer {
  return { status, json: { type: 'about:blank', status, code, title: code, detail } };
}

/** What no scene has foreseen is an error of the scene, and looks like one. */
export async function answerFrom(page: Page, answers: Answers): Promise<void> {
  await page.route('**/api/**', async (route) => {
    const url = new URL(route.request().url());
    // Nothing happens in a scene: its stream of events stays silent.
    if (url.pathname === '/api/me/events') return;
    const key = `${route.request().method()} ${url.pathname.slice('/api'.length)}${url.search}`;
    const answer = answers[key];
    if (!answer) {
      await route.fulfill({
        status: 501,
        json: { code: 'no-answer', detail: `The scene has no answer to ${key}` },
      });
    } else if (answer.fate === 'lost') {
      await route.abort('connectionrefused');
    } else if (answer.fate !== 'hang') {
      await route.fulfill({ status: answer.status ?? 200, json: answer.json ?? null });
    }
  });
}
