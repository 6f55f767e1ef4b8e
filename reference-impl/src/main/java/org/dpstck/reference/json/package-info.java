/**
 * The JSON reader and writer; serves every package that touches JSON and uses none of them.
 */
package org.dpstck.reference.json;
