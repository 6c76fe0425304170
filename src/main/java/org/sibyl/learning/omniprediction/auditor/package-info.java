/**
 * Auditors: learners of cost-sensitive classification, each over a class of rules of its own. Those
 * that are exact certify an audit; the others find violations that are there, and may overlook
 * some.
 */
@NullMarked
package org.sibyl.learning.omniprediction.auditor;

import org.jspecify.annotations.NullMarked;
