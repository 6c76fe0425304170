/** Equilibria, prophecies and exact laws of the collective risk dilemma under full trust. */
@NullMarked
package org.sibyl.outcome.equilibrium;

import org.jspecify.annotations.NullMarked;
