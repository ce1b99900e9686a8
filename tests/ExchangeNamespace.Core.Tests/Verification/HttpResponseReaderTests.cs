using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.Probing;
using Xunit;

namespace ExchangeNamespace.Tests.Verification;

public class HttpResponseReaderTests
{
    [Theory]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n", 401, "")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", 200, "hi")]
    [InlineData("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi and more", 200, "hi")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", 200, "abcde")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", 302, "")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", 204, "")]
    public void A_response_is_complete_as_soon_as_it_is_there(string text, int status, string body)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);

        Assert.Equal(HttpReading.Complete, HttpResponseReader.TryRead(bytes, bytes.Length, ended: false, out HttpResponse? response));
        Assert.Equal((status, body), (response!.StatusCode, Encoding.ASCII.GetString(response.Body)));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")]
    public void What_is_cut_short_is_waited_for_and_then_refused(string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);

        Assert.Equal(HttpReading.Incomplete, HttpResponseReader.TryRead(bytes, bytes.Length, ended: false, out _));
        Assert.Equal(HttpReading.Malformed, HttpResponseReader.TryRead(bytes, bytes.Length, ended: true, out _));
    }

    [Theory]
    [InlineData("220 mail.contoso.com ESMTP\r\n\r\n")]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("HTTP/1.1 999 x\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n")]
    public void What_is_no_response_is_refused(string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);

        Assert.Equal(HttpReading.Malformed, HttpResponseReader.TryRead(bytes, bytes.Length, ended: false, out _));
    }

    [Fact]
    public void A_body_without_a_length_ends_with_the_connection_and_is_cut_at_the_limit()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n\r\n" + new string('a', HttpResponseReader.LongestBody + 10));

        Assert.Equal(HttpReading.Incomplete, HttpResponseReader.TryRead(bytes, 100, ended: false, out _));
        Assert.Equal(HttpReading.Complete, HttpResponseReader.TryRead(bytes, bytes.Length, ended: false, out HttpResponse? response));
        Assert.Equal(HttpResponseReader.LongestBody, response!.Body.Length);
    }

    [Fact]
    public void A_head_without_end_is_given_up()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nX: " + new string('a', HttpResponseReader.LongestHead));

        Assert.Equal(HttpReading.Malformed, HttpResponseReader.TryRead(bytes, bytes.Length, ended: false, out _));
    }

    [Fact]
    public void Five_thousand_mutations_end_in_one_of_three_ways()
    {
        const int Seed = 9112;
        Random random = new(Seed);
        byte[] sample = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nServer: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n4\r\nabcd\r\n0\r\n\r\n");
        HashSet<HttpReading> seen = [];
        for (int i = 0; i < 5000; i++)
        {
            byte[] bytes = [.. sample];
            for (int n = random.Next(1, 5); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)"\r\n:0F;A \0\xFF"[random.Next(10)];
            }

            Exception? thrown = Record.Exception(() => seen.Add(HttpResponseReader.TryRead(bytes, random.Next(bytes.Length + 1), random.Next(2) == 0, out _)));
            Assert.True(thrown is null, $"Seed {Seed}, mutation {i}: {thrown}");
        }

        Assert.Equal(3, seen.Count);
    }
}
