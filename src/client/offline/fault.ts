/** Why saving stopped. */
export type FaultKind = 'network' | 'damaged' | 'changed' | 'full' | 'refused';

/** Something that stops a saving and that a reader is told in a sentence. What was stored before stays. */
export class Fault extends Error {
  override name = 'Fault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/** The fault behind an error of the browser, by its names for a full disk and for storage that is not allowed. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new Fault('full', error);
  if (name === 'SecurityError' || name === 'InvalidStateError') return new Fault('refused', error);
  return new Fault('network', error);
}
