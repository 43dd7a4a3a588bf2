/**
 * The Ombudsman's side: intake with its tests of jurisdiction, investigation, draft, comments, decision, review and publication.
 * It refuses to forward what a bar excludes, to issue a draft that its author approved, a decision before both sides had their time,
 * an upheld decision about children without telling Ofsted, and publication before its day. LGA-01 to LGA-30, LGS-01 to LGS-24.
 */
@NullMarked
package org.redress.ombudsman;

import org.jspecify.annotations.NullMarked;
