import numpy as np
from keras.layers.advanced_activations import LeakyReLU

result = LeakyReLU()(np.array([-10.0, 10.0])).numpy()
