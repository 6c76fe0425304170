/** What is published on the credit data, replayed by the borrowers. */
@org.jspecify.annotations.NullMarked
package org.sibyl.experiment.reproduction.credit;
