import { isIP, isIPv6, type Socket } from 'node:net';
import tls from 'node:tls';
import { Agent, type buildConnector, type Dispatcher } from 'undici';
import { type DialOptions, dial } from '../egress/dial';
import { createGate, type Gate, type GateOptions, type Resolver } from '../egress/gate';
import { GateRefusedError } from '../egress/network-failure';
import { established } from '../egress/socket-wait';

export interface PlainNetworkOptions extends Omit<GateOptions, 'method'> {
  resolver: Resolver;
  connectTimeoutMs?: number;
  /** TESTS ONLY, see DialOptions. */
  testOnlyConnectTo?: Readonly<Record<string, string>>;
  /** TESTS ONLY: the certificate of a fixture. */
  testOnlyCa?: string;
}

/** The gate and the pools of kept connections behind it. Close it when done. */
export interface PlainNetwork {
  gate: Gate;
  /** Connections by way of this proxy of the operator's, or straight (null). */
  dispatcher(upstream: URL | null): Dispatcher;
  close(): Promise<void>;
}

const MAX_HEADER_BYTES = 65_536;

/**
 * Opens the plain road out. Each connection resolves its host once, refuses it if any address is not public, and
 * connects to a checked address; a kept connection stays where it was checked.
 */
export function openPlainNetwork(options: PlainNetworkOptions): PlainNetwork {
  const gate = createGate(options.resolver, options);
  const pools = new Map<string, Agent>();
  const closing = new AbortController();
  const open = (upstream: URL | null) =>
    new Agent({
      connect: connector({ gate, options, upstream, closing: closing.signal }),
      allowH2: false,
      pipelining: 1,
      connections: 32,
      keepAliveTimeout: 4_000,
      maxHeaderSize: MAX_HEADER_BYTES,
    });
  return {
    gate,
    dispatcher: (upstream) => {
      const key = upstream?.href ?? '';
      const pool = pools.get(key) ?? open(upstream);
      pools.set(key, pool);
      return pool;
    },
    close: async () => {
      closing.abort();
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

interface Way {
  gate: Gate;
  options: PlainNetworkOptions;
  upstream: URL | null;
  /** Aborted when the network is closed: connections in the making must not keep it open. */
  closing: AbortSignal;
}

function connector(way: Way): buildConnector.connector {
  return (wanted, callback) => {
    connect(way, wanted).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

async function connect(way: Way, wanted: buildConnector.Options): Promise<Socket> {
  const { gate, options } = way;
  const secure = wanted.protocol === 'https:';
  const port = Number(wanted.port) || (secure ? 443 : 80);
  const host = isIPv6(wanted.hostname) ? `[${wanted.hostname}]` : wanted.hostname;
  const excepted = !secure && gate.isExceptedOrigin(host, port);
  const addresses = excepted ? await gate.resolveExcepted(host) : await checkedAddresses(gate, host, port);
  const dialOptions: DialOptions = {
    upstream: excepted ? null : way.upstream,
    signal: way.closing,
    ...(options.connectTimeoutMs !== undefined && { timeoutMs: options.connectTimeoutMs }),
    ...(options.testOnlyConnectTo && { testOnlyConnectTo: options.testOnlyConnectTo }),
  };
  const socket = await dial(addresses, port, dialOptions);
  return secure ? encrypt(socket, wanted.hostname, way) : socket;
}

async function checkedAddresses(gate: Gate, host: string, port: number): Promise<string[]> {
  const verdict = await gate.checkHost(host, String(port));
  if (!verdict.allowed) throw new GateRefusedError(verdict);
  return verdict.addresses;
}

/** The certificate must be that of the name in the address, whatever address was connected to. */
async function encrypt(socket: Socket, hostname: string, { options, closing }: Way): Promise<Socket> {
  const secured = tls.connect({
    socket,
    ALPNProtocols: ['http/1.1'],
    ...(isIP(hostname) === 0 ? { servername: hostname } : { host: hostname }),
    ...(options.testOnlyCa !== undefined && { ca: options.testOnlyCa }),
  });
  await established(secured, 'secureConnect', {
    signal: closing,
    ...(options.connectTimeoutMs !== undefined && { timeoutMs: options.connectTimeoutMs }),
  });
  return secured;
}
