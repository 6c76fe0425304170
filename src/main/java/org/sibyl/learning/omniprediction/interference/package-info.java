/**
 * What can still be learned from a trial when decisions about neighbors matter to a person
 * (interference): exposures with exactly known probabilities, and trials read through them. These
 * mend the estimates of risks. They do not make best decisions, taken person by person, best for
 * all: who is exposed to what is itself a consequence of the rule.
 */
@NullMarked
package org.sibyl.learning.omniprediction.interference;

import org.jspecify.annotations.NullMarked;
