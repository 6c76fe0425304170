/** Scenario file to validated parts; the catalog of names. */
@NullMarked
package org.sibyl.scenario;

import org.jspecify.annotations.NullMarked;
