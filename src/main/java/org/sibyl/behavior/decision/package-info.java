/** What people do about decisions on them, and what becomes of them. */
@NullMarked
package org.sibyl.behavior.decision;

import org.jspecify.annotations.NullMarked;
