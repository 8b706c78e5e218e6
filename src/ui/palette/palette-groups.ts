import type { SpotlightActionGroupData } from '@mantine/spotlight';
import type { MonitorView } from '@/trpc/monitor-view';

/** What somebody may go to. */
export interface PaletteSees {
  isAdmin: boolean;
  /** On a local copy: the outbox. */
  embedded: boolean;
  /** Whether the person may use monitors. */
  hasMonitors: boolean;
}

/** What the palette does. */
export interface PaletteDoes {
  go: (href: string) => void;
  check: (monitor: MonitorView) => void;
  checkAll: () => void;
  switchScheme: () => void;
  showKeys: () => void;
  signOut: () => void;
}

type Entry = SpotlightActionGroupData['actions'][number];

/** Everything that may be found, in groups; what somebody may not use is not there. */
export function paletteGroups(
  sees: PaletteSees,
  monitors: readonly MonitorView[],
  does: PaletteDoes,
): SpotlightActionGroupData[] {
  const page = (label: string, href: string, keywords = ''): Entry => {
    return { id: `page ${href}`, label, keywords, onClick: () => does.go(href) };
  };
  const act = (label: string, onClick: () => void, keywords = ''): Entry => {
    return { id: `do ${label}`, label, keywords, onClick };
  };
  const { hasMonitors } = sees;
  const checkable = monitors.filter(({ isActive, sources }) => isActive && sources.length > 0);
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Do',
      actions: [
        ...(hasMonitors ? [page('New monitor', '/monitors/new', 'create add')] : []),
        ...(checkable.length > 0 ? [act('Check all', does.checkAll, 'refresh')] : []),
        act('Switch between light and dark', does.switchScheme, 'colour color scheme theme'),
        act('Keys', does.showKeys, 'keyboard shortcuts help'),
        act('Sign out', does.signOut, 'log out leave'),
      ],
    },
    { group: 'Monitors', actions: monitors.map(({ id, name }) => page(name, `/monitors/${id}`)) },
    {
      group: 'Check now',
      actions: checkable.map((monitor) => ({
        ...act(`Check “${monitor.name}” now`, () => does.check(monitor), 'refresh'),
        id: `check ${monitor.id}`,
      })),
    },
    { group: 'Pages', actions: pagesOf(sees).map(([label, href, keywords]) => page(label, href, keywords)) },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}

function pagesOf({ isAdmin, embedded, hasMonitors }: PaletteSees): [label: string, href: string, keywords: string][] {
  return [
    ...(hasMonitors ? [['My monitors', '/dashboard', 'dashboard home'] as [string, string, string]] : []),
    ['Inbox', '/notifications', 'notifications alerts emails'],
    ['Account', '/account', 'settings profile password tokens preferences'],
    ...(isAdmin ? [['Administration', '/admin', 'people system audit'] as [string, string, string]] : []),
    ...(embedded ? [['Outbox', '/outbox', 'mails'] as [string, string, string]] : []),
    ['Privacy', '/privacy', 'data'],
  ];
}
