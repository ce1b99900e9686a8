using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Diagnostics;

/// <summary>The faults of a file.</summary>
internal static class FileFaults
{
    /// <summary>
    /// Where a file is not JSON, of another kind or too large, there is no value to show, so the file is what the fault is about.
    /// </summary>
    public static IEnumerable<InputFault> Of(string file, IEnumerable<InputFault> faults) =>
        faults.Select(
            f => f.Id is FaultIds.JsonInvalid or FaultIds.FileOfOtherKind or FaultIds.InputOverLimit
                ? f with { Value = file, Message = $"'{PathText.Of(file)}': {f.Message}" } : f);
}
