import { useQuery } from '@tanstack/react-query';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { needsToken, openAddress } from '../api/client.js';
import { useSpeech } from '../i18n/language.js';

/** A link to what the server makes; where it wants a token, it is asked for an address that needs none. */
export function FileLink({ href, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (!needsToken()) return;
    event.preventDefault();
    const { download } = event.currentTarget;
    const isFile = event.currentTarget.hasAttribute('download');
    void openAddress(href).then((address) => {
      const link = document.createElement('a');
      link.href = address;
      if (isFile) link.download = download;
      link.click();
    });
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

/** The address of something that a frame or a feed reader opens by itself; `undefined` until the server has given it. */
export function useOpenAddress(address: string): string | undefined {
  const { data } = useQuery({
    queryKey: ['address', address],
    enabled: needsToken(),
    staleTime: 30_000,
    queryFn: () => openAddress(address),
  });
  return needsToken() ? data : address;
}

interface DataLinksProps {
  path: string;
  query?: string;
}

/** The same list for programs and for spreadsheets. */
export function DataLinks({ path, query = '' }: DataLinksProps) {
  return (
    <span className="row tight small no-print">
      {(['json', 'csv'] as const).map((format) => (
        <FileLink
          key={format}
          href={`/api/v1${path}${format === 'csv' ? '.csv' : ''}${query}`}
          {...(format === 'csv' ? { download: '' } : {})}
        >
          {format.toUpperCase()}
        </FileLink>
      ))}
    </span>
  );
}

/** What is new in a search, or of a pair, for feed readers. */
export function FeedLink(watched: { q?: string; pair?: string }) {
  const { say } = useSpeech();
  const asked = new URLSearchParams(watched).toString();
  const address = useOpenAddress(`/api/v1/feed${asked === '' ? '' : `?${asked}`}`);
  return (
    <a className="small no-print" href={address} type="application/atom+xml" title={say('feed.hint')}>
      {say('feed.watch')}
    </a>
  );
}
