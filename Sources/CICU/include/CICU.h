#pragma once

#include "zarlal_nfc.h"
#include "zarlal_translit.h"
