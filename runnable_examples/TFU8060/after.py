import numpy as np
from tensorflow.keras.layers import LeakyReLU

result = LeakyReLU()(np.array([-10.0, 10.0])).numpy()
