/**
 * Numbers: immutable columns and matrices, checks, keyed randomness, Poisson-binomial laws. Imports
 * nothing of ours.
 */
@NullMarked
package org.sibyl.numeric;

import org.jspecify.annotations.NullMarked;
