using Xunit;

namespace ExchangeNamespace.Tests.Support;

internal sealed partial class RealPowerShell
{
    /// <summary>The PowerShell 7 that the build restored, or skips the calling test.</summary>
    public static RealPowerShell PwshOrSkip()
    {
        Assert.SkipWhen(Pwsh is null, PwshMissing);
        return Pwsh;
    }
}
