/** What is checked before a service starts. */
package lockstep.kit.start;
