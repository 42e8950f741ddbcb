/** The record of every act, refusal and reading, and the order in which it is handed on. */
package lockstep.kit.journal;
