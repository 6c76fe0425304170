/** Learners that search for the performative optimum, where retraining stops at stable points. */
@NullMarked
package org.sibyl.learning.search;

import org.jspecify.annotations.NullMarked;
