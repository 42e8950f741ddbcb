/** HTTP on both sides: errors, preconditions, repeated commands, stronger login, tokens passed on. */
package lockstep.kit.web;
