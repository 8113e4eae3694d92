/** Leads to the tour: on the finished example where one may read it, else on the document that is open. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { documentsQuery } from '../api/documents.ts';

export function TourLink({ here }: { here: string }) {
  const { data } = useQuery(documentsQuery('active'));
  const example = data?.find((document) => document.example);
  return (
    <Link href={`/d/${example?.id ?? here}?tour`}>
      Take the 2-minute tour{example && example.id !== here && ' on the example'}
    </Link>
  );
}
