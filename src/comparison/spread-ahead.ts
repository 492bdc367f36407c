/**
 * The runs of a question that is likely to be asked next, begun while a pointer or the focus
 * rests at whoever would ask it: an answer that was on its way before the click comes sooner
 * after it. Nobody hears of a run that fails ahead; it is run again when it is asked for.
 */
import { pagePool, runsBesideMax } from '../playback/run-pool';
import type { JobResult, RunJob } from '../simulation/replications/run-job';
import type { AnalysisSubject } from './analysis-subject';
import { isSameQuestion, knownSpread } from './known-spread';
import { type SpreadQuestion, spreadJobs, usualQuestion } from './spread-jobs';

interface Ahead {
  readonly question: SpreadQuestion;
  readonly jobs: readonly RunJob[];
  /** Of the first jobs, in their order: under way, or done. */
  readonly begun: Promise<JobResult>[];
}

let ahead: Ahead | null = null;
/** The last question that was asked: there is nothing ahead of it any more. */
let asked: SpreadQuestion | null = null;
/** One for each stretch of work, so that what was told to rest does not go on with the next. */
let stretch: object | null = null;

/**
 * Opens the workers and goes on from run to run until `restAhead` or the question itself. While
 * the run on the page plays, one core is left to it.
 */
export function workAhead(subject: AnalysisSubject, isPlaying: boolean): void {
  const runsAtOnce = runsBesideMax() - Number(isPlaying);
  const question = usualQuestion(subject);
  if (runsAtOnce <= 0 || isAnswered(question)) return;
  const isOther = ahead === null || !isSameQuestion(ahead.question, question);
  if (!isOther && stretch !== null) return;
  if (isOther) ahead = { question, jobs: spreadJobs(question), begun: [] };
  pagePool().prepare();
  const own = {};
  stretch = own;
  for (let run = 0; run < runsAtOnce; run += 1) void workOff(own);
}

function isAnswered(question: SpreadQuestion): boolean {
  return knownSpread(question) !== null || (asked !== null && isSameQuestion(asked, question));
}

/** What is under way ends, and is kept; nothing more is begun. */
export function restAhead(): void {
  stretch = null;
}

/** What was begun of this question, for whoever asks it: the results of the first jobs, in their order. */
export function takeAhead(question: SpreadQuestion): readonly Promise<JobResult>[] {
  const taken = ahead;
  ahead = null;
  asked = question;
  restAhead();
  return taken !== null && isSameQuestion(taken.question, question) ? taken.begun : [];
}

async function workOff(own: object): Promise<void> {
  while (own === stretch && ahead !== null && ahead.begun.length < ahead.jobs.length) {
    const run = pagePool().run(ahead.jobs[ahead.begun.length]);
    ahead.begun.push(run);
    await run.catch(restAhead);
  }
}
