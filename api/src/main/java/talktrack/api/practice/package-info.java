/**
 * What reps practise: recommendations with a clip and a talk track, what coaches decide about them,
 * whether it helped, goals, and warnings of skills that fall.
 */
package talktrack.api.practice;
