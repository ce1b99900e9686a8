using System;
using System.Runtime.InteropServices;
using System.Security;

namespace ExchangeNamespace.Binding;

/// <summary>Takes the characters out of a secure string, for as short a time as can be.</summary>
internal static class SecretText
{
    /// <summary>The characters. The caller clears them.</summary>
    public static char[] Of(SecureString secret)
    {
        IntPtr plain = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            char[] characters = new char[secret.Length];
            Marshal.Copy(plain, characters, 0, characters.Length);
            return characters;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(plain);
        }
    }
}
