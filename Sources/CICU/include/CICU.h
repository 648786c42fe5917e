#pragma once

#include "zarlal_converter.h"
#include "zarlal_nfc.h"
#include "zarlal_zone.h"
#include "zarlal_translit.h"
