from . import crash
import time

a = time.time()
print(crash.random_kills(200).row, time.time() - a)
a = time.time()
print(crash.kills_at_every_step().row, time.time() - a)
