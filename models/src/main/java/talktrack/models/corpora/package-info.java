/** Labelled utterances to train and test classifiers on. */
package talktrack.models.corpora;
