namespace System.Runtime.CompilerServices;

/// <summary>What the compiler calls for a range of an array, which .NET Framework lacks.</summary>
internal static class RuntimeHelpers
{
    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(array.Length);
        return array.AsSpan(start, length).ToArray();
    }
}
