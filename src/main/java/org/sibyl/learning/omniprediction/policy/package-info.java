/** Learners that decide about people: by a trial, by a rule, by risk, or by what a trial taught. */
@NullMarked
package org.sibyl.learning.omniprediction.policy;

import org.jspecify.annotations.NullMarked;
