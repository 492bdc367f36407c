/**
 * Checks one family of laws and prints the outcomes as JSON. A process of its
 * own: the way in which the test runner imports modules makes the engine
 * several times slower.
 */
import { checkLaw } from '../../src/simulation/laws/check-law';
import { families } from './families';

const family = families[process.argv[2]];
if (!family) throw new Error(`There is no family of laws ${process.argv[2]}.`);
process.stdout.write(JSON.stringify(family.map(checkLaw)));
