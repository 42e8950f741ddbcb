/** Cases: the list, opening one, its alignment board, its subjects, and who takes part. */
package lockstep.web.cases;
