/** Designs of sweeps: which values of a scenario are tried together. */
@NullMarked
package org.sibyl.scenario.sweep;

import org.jspecify.annotations.NullMarked;
