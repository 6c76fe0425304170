/**
 * Surveys that see the labels of some people only: those whom a rule accepts, or who are reviewed.
 */
@NullMarked
package org.sibyl.simulation.screening;

import org.jspecify.annotations.NullMarked;
