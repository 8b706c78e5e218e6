'use client';

import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useCheck } from '@/ui/monitor/use-check';
import { ChartCard } from './chart/chart-card';
import { ContractSummary } from './contract-summary';
import { EvidenceCard } from './evidence-card';
import { History } from './history/history';
import { useHistory } from './history/use-history';
import { Mails } from './mails';
import classes from './monitor-detail.module.css';
import { MonitorHeader } from './monitor-header';
import { NowCard } from './now-card';
import { SourceCard } from './source-card';

/** Everything about one monitor: what it waits for, value, proof, what was before, what was mailed. */
export function MonitorDetail({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: monitor, error } = useQuery(trpc.monitors.byId.queryOptions({ id }));
  if (!monitor) return <FormAlert message={error ? readFailure(error).message : null} />;
  return <Loaded monitor={monitor} />;
}

function Loaded({ monitor }: { monitor: Parameters<typeof useCheck>[0] }) {
  const check = useCheck(monitor);
  const history = useHistory(monitor.id);
  const { latest } = history;
  return (
    <>
      <MonitorHeader monitor={monitor} check={check} />
      <div className={classes.grid}>
        <div className={classes.contract}>
          <ContractSummary monitor={monitor} />
        </div>
        <div className={classes.main}>
          <NowCard monitor={monitor} check={check} latest={latest} />
          {latest ? <EvidenceCard fact={latest} outcome={monitor.lastOutcome} /> : null}
          {monitor.evaluationCount > 0 ? <ChartCard monitor={monitor} /> : null}
          <History monitor={monitor} history={history} />
        </div>
        <div className={classes.aside}>
          <SourceCard id={monitor.id} />
          <Mails monitor={monitor} />
        </div>
      </div>
    </>
  );
}
