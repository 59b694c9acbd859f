/** What the caller's shell or engine is told. */
export const EXIT = {
  /** All of it was done. */
  done: 0,
  /** It was done, but for lines that were refused: each stands on standard error. */
  refusedLines: 1,
  /** The command line, a file or the definitions cannot be used. Nothing was written. */
  usage: 2,
  /** A state was refused or is missing, or a line under `--strict` was refused. Nothing was written. */
  refusedInput: 3,
  /** The output could not be written. */
  output: 4,
  /** A fault in this program. */
  fault: 70,
  /** Whoever read the output went away, as a shell says of a program that SIGPIPE ended. */
  brokenPipe: 141,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why the work ends before its end; `message` goes to standard error as it is. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The same for a command line, a file or definitions that cannot be used. */
export function usageStop(problem: string): Stop {
  return new Stop(EXIT.usage, `aptfolio: ${problem}\nSee: aptfolio --help`);
}

/** The same for an error that nobody foresaw. */
export function faultStop(error: unknown): Stop {
  return new Stop(EXIT.fault, error instanceof Error ? `${error.stack}` : String(error));
}
