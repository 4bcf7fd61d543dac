import unittest

import tensorflow as tf


class SumTest(tf.test.TestCase):
    def runTest(self):
        with self.test_session():
            self.assertEqual(self.evaluate(tf.reduce_sum([1, 2])), 3)


outcome = unittest.TestResult()
SumTest().run(outcome)

result = {"passed": outcome.wasSuccessful()}
