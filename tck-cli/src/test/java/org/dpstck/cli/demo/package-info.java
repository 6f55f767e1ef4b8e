/** Tests of the demonstration: whole transfers between four planes, and the drawing of them. */
package org.dpstck.cli.demo;
