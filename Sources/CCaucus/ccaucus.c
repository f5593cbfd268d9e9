// The functions are Swift: Sources/CaucusC. This file makes a module of their header.
#include "caucus.h"
