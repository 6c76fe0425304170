/** Windows on a simulation: MASON's console, a network display, charts, inspectors. */
@NullMarked
package org.sibyl.gui;

import org.jspecify.annotations.NullMarked;
