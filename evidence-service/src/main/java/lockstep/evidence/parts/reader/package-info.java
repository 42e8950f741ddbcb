/**
 * What opens a container in a process of its own, with little memory: it is given the container's bytes on its standard
 * input as it asks for them, tells the parts on its standard output, and touches neither disk nor network.
 */
package lockstep.evidence.parts.reader;
