'use client';

import { Alert } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { load, said } from '../notify';
import classes from './shell.module.css';

const Notifications = dynamic(() => load().then((module) => module.Notifications), { ssr: false });

/** Where `notify` shows what it is given; once in each frame. Nothing is loaded before the first message. */
export function Notices() {
  const { asked, plain } = useSyncExternalStore(said.subscribe, said.read, said.read);
  if (!asked) return null;
  if (plain.length === 0) return <Notifications position="bottom-right" autoClose={6_000} />;
  return (
    <div className={classes.plainNotices}>
      {plain.map(({ title, message, color }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they only ever grow
        <Alert key={at} role="alert" title={title} color={color ?? 'gray'}>
          {message}
        </Alert>
      ))}
    </div>
  );
}
