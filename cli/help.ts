/** What `--help` prints. */
export const HELP = `aptfolio kpi COMMAND --definitions FILE [OPTIONS] [FILE...]

Adds up KPIs on any machine that can run a program: newline-delimited JSON in, one state or result out. The same events give the same
bytes, however they are split, ordered and merged. Without a FILE, or for the FILE -, standard input is read.

Commands
  add      lines are events, or records for a cube; writes one state
  merge    lines are states; writes one state; a FILE without a state is refused, as a part is missing
  close    one state; counts a cube's events up to a day for good and forgets their ids; writes one state
  result   one state; writes the result

Options
  --definitions FILE   JSON: the definition of a KPI, or of a cube of KPIs: { "kpis": [...], "period", "zone", "dimensions", "slices" }
  --state FILE         add: the state to start from; without it from nothing
  --lenient            add: exit with 0 even if lines were refused
  --strict             add: stop at the first line that is refused, and write no state
  --through DATE       close: the last day to close, such as 2026-03-31
  --confidence NUMBER  result: of the intervals, 0.95 without it
  --period LENGTH      result, of a cube: day, week, month, quarter, half-year or year; the cube's own without it
  --suppress-below N   result, of a cube: rows of fewer cases are held back; 5 without it, 1 holds nothing back
  --max-rows N         result, of a cube: more rows than that are refused, as a wrong date makes them; twice the cube's maxCells without it
  --format json|csv    result: csv has the rows alone, with a header, as in RFC 4180; json without it
  --help, --version

Standard error has a line of JSON for each line that is refused: { "file", "line", "issues": [{ "code", "path", "expected" }] }.
It shows the names of fields that are not known, and no values. Lines without anything on them are passed over;
an option given twice is refused.

Exit codes
  0    done
  1    add: done, but for the lines that were refused; the state of the others was written
  2    the command line, a file or the definitions cannot be used; nothing was written
  3    a state was refused or is missing, or a line under --strict was refused; nothing was written
  4    the output could not be written
  70   a fault in this program
  141  whoever read the output went away
`;
