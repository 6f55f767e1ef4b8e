/** Tests of how a system under test is described and how its triggers are fired. */
package org.dpstck.core.sut;
