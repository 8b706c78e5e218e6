'use client';

import { Checkbox, Stack, Text } from '@mantine/core';
import type { KeptAccess, StandingAccess } from '@/domain/account/account-access';

interface KeepAccessProps {
  standing: StandingAccess;
  keep: KeptAccess;
  onChange: (keep: KeptAccess) => void;
}

/** Shows what else opens the account and asks whether a new password is to leave it; unticked, it ends. */
export function KeepAccess({ standing, keep, onChange }: KeepAccessProps) {
  const { apiTokens, newGoogle } = standing;
  if (apiTokens === 0 && !newGoogle) return null;
  return (
    <Stack gap="xs" role="group" aria-label="What the new password ends">
      <Text size="sm">These open your account too, and end with the old password unless you tick them:</Text>
      {apiTokens > 0 ? (
        <Checkbox
          label={apiTokens === 1 ? 'Keep my API token' : `Keep my ${apiTokens} API tokens`}
          checked={keep.apiTokens ?? false}
          onChange={(event) => onChange({ ...keep, apiTokens: event.currentTarget.checked })}
        />
      ) : null}
      {newGoogle ? (
        <Checkbox
          label="Keep signing in with Google"
          description="It was connected after your last password change. Leave this unticked if that was not you."
          checked={keep.google ?? false}
          onChange={(event) => onChange({ ...keep, google: event.currentTarget.checked })}
        />
      ) : null}
    </Stack>
  );
}
