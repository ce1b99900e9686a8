using ExchangeNamespace.Cmdlets;
using Xunit;

namespace ExchangeNamespace.Tests.Cmdlets;

public sealed class NamespaceCmdletTests
{
    [Fact]
    public void A_command_can_be_disposed_of_twice()
    {
        using ExportNamespacePlanCommand command = new();
        command.Dispose();
    }
}
