import { defaultSeconds, defaultSeed } from './chosen-run';
import { documentNames, storyNames } from './find-document';
import { defaultEvery } from './trace';

/** What `faultline` says without arguments and with --help. */
export const help = `faultline: simulate an architecture document, the same modules under different cuts

  faultline run FILE-OR-NAME [flags]   simulate one deployment and print what was measured
  faultline check FILE...              name every problem of a document, or say ok
  faultline show FILE-OR-NAME          print a document as YAML, every default written out
                                       (--json: as JSON)
  faultline trace FILE-OR-NAME [flags] what single requests go through, span by span
  faultline sweep FILE-OR-NAME [flags] run many seeds, deployments and settings on all cores;
                                       prints a JSON line for each run
  faultline merge FILE...              join a sweep's lines: means with 95 % intervals, and
                                       what one deployment has over another, seed by seed
                                       (--json: as JSON)
  faultline verify                     compare the engine with queueing theory, law by law
                                       (--law TEXT: only those; --json: as JSON)

FILE is a document in JSON or YAML. NAME is a document that comes with faultline
(${documentNames.join(', ')}) or a story with what happens in it (${storyNames.join(', ')}).

Flags of run
  --deployment ID   which cut to simulate; default: the first of the document or story
  --seed N          0 to 4294967295; the same seed gives the same run; default ${defaultSeed},
                    or the story's own
  --seconds S       how much time to simulate, warm-up included; default ${defaultSeconds},
                    or as long as the story takes
  --warmup S        requests that arrive in the first S seconds are not counted; default 0
  --json            print the result as one JSON object

Flags of trace, beside those of run
  --every N         every N-th request of each journey, the same in every deployment; default ${defaultEvery}
  --request ID:N    only request N of a journey, such as checkout:17, as a tree
  --json, --otlp    the spans as JSON, or as OTLP JSON, which Jaeger opens

Flags of sweep, beside --seconds and --warmup
  --deployment A,B  the cuts to run; default: all
  --seeds N         how many seeds each; default 20. --first-seed N: from which; default 1
  --vary PATH=A:B:S give a field every value from A to B by steps of S (or PATH=A,B,C);
                    PATH such as load.arrivalRatePerSecond or
                    deployments.microservices.units.catalog.replicas; may be given again
  --shard I/N       only the I-th of N parts, for a cluster's job runner
  --threads N       default: one for each core
  --alone           without what the faults did (blast radius, time to recover), for which
                    every run is made once more without them: half the work

  --help, --version

Exit code 0: done. 1: the engine disagrees with a law. 2: something to put right, named on stderr, and nothing on stdout.

  npm run --silent faultline -- run shop --deployment microservices --seconds 90 --json`;
