/**
 * People from a table: CSV files, and the credit data of the published experiments with its
 * stand-in.
 */
@NullMarked
package org.sibyl.population.table;

import org.jspecify.annotations.NullMarked;
