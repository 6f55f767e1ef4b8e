/** Tests of keys, envelopes and attestations. */
package org.dpstck.reports.certificate;
