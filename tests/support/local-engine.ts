/** A double of a cloud service that runs beside the tests. */
export interface LocalEngine {
  readonly endpoint: string;
  stop(): Promise<void>;
}
