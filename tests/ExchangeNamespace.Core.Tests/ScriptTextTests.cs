using ExchangeNamespace.Emission;
using Xunit;

namespace ExchangeNamespace.Tests;

public class ScriptTextTests
{
    [Fact]
    public void Script_files_end_lines_with_carriage_return_and_line_feed()
    {
        Assert.Equal("\r\n", ScriptText.NewLine);
    }
}
