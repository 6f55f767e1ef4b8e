/** Tests of the suite for control planes: registers and cases fit together. */
package org.dpstck.controlplane;
